/// The directory, the work calendar and the policies that every new store starts with, embedded in the programs so that
/// one file is all there is to install. The store keeps its own copy, which its owner may edit.
package enum AppendixData {}
