using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Analyzers.Tests.Declaration;

/// <summary>Assemblies of declarations, as a project references them.</summary>
internal static class DeclarationLibrary
{
    /// <param name="name">The assembly's name.</param>
    /// <param name="source">Its declarations.</param>
    /// <param name="referenced">The assemblies that it references itself.</param>
    public static MetadataReference Of(string name, string source, params IEnumerable<MetadataReference> referenced)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(DeclarationSource.Alone(source), options)],
            [.. References.All, .. referenced],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = Survival.WithGenerated(compilation, options).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
