"""What the API says, to be held against what the board shows."""

import json
import urllib.error
import urllib.request


class API:
    def __init__(self, url, token):
        self.url, self.token = url, token

    def get(self, path):
        request = urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {self.token}"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def items(self, path):
        return self.get(path)["items"]

    def knows(self, path):
        try:
            return bool(self.get(path))
        except urllib.error.HTTPError as error:
            assert error.code == 404, error
            return False

    def not_begun(self, agency):
        """What an agency owes in days to come, and has not begun."""
        items = self.items(f"/v1/obligations?agency={agency}&stage=notStarted&limit=500")
        return [item for item in items if item["timeStatus"] == "within"]

    def question(self, kind, plan):
        """The number of the first question of a kind."""
        questions = self.items(f"/v1/settle?plan={plan}&limit=200")
        return next(question["id"] for question in questions if question["kind"] == kind)
