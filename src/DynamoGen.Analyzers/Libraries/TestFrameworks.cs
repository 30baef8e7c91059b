using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Libraries;

/// <summary>Tells test projects by the test framework they reference.</summary>
internal static class TestFrameworks
{
    private static readonly string[] NamePrefixes =
        ["xunit.", "nunit.", "MSTest.", "TUnit.", "Microsoft.VisualStudio.TestPlatform.", "Microsoft.VisualStudio.QualityTools.UnitTestFramework"];

    public static bool AreReferencedBy(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(assembly => NamePrefixes.Any(prefix => assembly.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
}
