using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>An assembly made for a test.</summary>
internal static class FakeAssembly
{
    /// <summary>An empty assembly with a telling name.</summary>
    public static MetadataReference Named(string name) => Of(name);

    public static MetadataReference Of(string name, params IEnumerable<string> sources)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            References.Framework,
            new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
