using System.Reflection.Metadata;

namespace DynamoGen.Package.Tests;

/// <summary>A debugger steps into a package's source without a server: all of it is in the symbols.</summary>
[Collection(nameof(PackedProduct))]
public sealed class SymbolTests(PackedProduct product)
{
    /// <summary>The portable PDB's kind of record for a document's own text.</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string> Names => PackedProduct.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Symbols_are_beside_each_assembly_with_every_source(string name)
    {
        using var package = product.Open(name);
        var assemblies = package.Files
            .Where(file => Path.GetFileName(file) == $"{name}.dll" && !file.StartsWith("analyzers/", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(name is not ("DynamoGen.Templates" or "DynamoGen.Analyzers"), package.HasSymbols);
        if (!package.HasSymbols)
        {
            Assert.Empty(assemblies);
            return;
        }

        using var symbols = package.OpenSymbols();
        Assert.Single(assemblies);
        Assert.All(assemblies, assembly =>
        {
            using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols.Bytes(Path.ChangeExtension(assembly, "pdb"))));
            var reader = provider.GetMetadataReader();
            Assert.NotEmpty(reader.Documents);
            Assert.All(reader.Documents, document => Assert.True(HasSource(reader, document), reader.GetString(reader.GetDocument(document).Name)));
        });
    }

    private static bool HasSource(MetadataReader reader, DocumentHandle document) => reader.GetCustomDebugInformation(document)
        .Any(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == EmbeddedSource);
}
