using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Libraries;

/// <summary>
/// Tells test projects by the test framework, or the library for mocks, that they reference: what tests share need not reference the framework.
/// </summary>
internal static class TestFrameworks
{
    private static readonly string[] NamePrefixes =
        ["xunit.", "nunit.", "MSTest.", "TUnit.", "Microsoft.VisualStudio.TestPlatform.", "Microsoft.VisualStudio.QualityTools.UnitTestFramework"];

    private static readonly string[] MockLibraries = ["Moq", "NSubstitute", "FakeItEasy"];

    public static bool AreReferencedBy(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(assembly =>
            NamePrefixes.Any(prefix => assembly.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || MockLibraries.Contains(assembly.Name, StringComparer.OrdinalIgnoreCase));
}
