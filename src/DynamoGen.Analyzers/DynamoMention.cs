using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers;

/// <summary>
/// Says whether a file so much as mentions Dynamo, as the names of the SDK's and of this package's namespaces do. Where no file does, nothing is analysed:
/// in a solution that has the package in every project, looking at each operation of the others would nearly double the work of the compiler.
/// </summary>
internal static class DynamoMention
{
    private const string Name = "Dynamo";

    /// <summary>Roslyn computes it once for each file, whichever analyzer asks first.</summary>
    public static readonly SyntaxTreeValueProvider<bool> IsInFile = new(tree => tree.GetText().ToString().IndexOf(Name, StringComparison.Ordinal) >= 0);
}
