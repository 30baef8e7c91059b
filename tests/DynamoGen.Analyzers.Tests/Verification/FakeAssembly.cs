using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>An empty assembly with a telling name.</summary>
internal static class FakeAssembly
{
    public static MetadataReference Named(string name)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(name, references: References.Framework, options: new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
