using System.IO.Compression;
using System.Xml.Linq;

namespace DynamoGen.Package.Tests;

/// <summary>What is in a package.</summary>
public sealed class PackageArchive(string file) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(file);

    /// <summary>The paths of what is in it.</summary>
    public IReadOnlyList<string> Files => [.. _archive.Entries.Select(entry => entry.FullName)];

    /// <summary>What it says of itself: the values of the elements in the package's metadata.</summary>
    public XElement Metadata
    {
        get
        {
            var document = XDocument.Parse(Text(Files.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal))));
            return document.Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        }
    }

    /// <summary>The package of its symbols.</summary>
    public PackageArchive OpenSymbols() => new(Path.ChangeExtension(file, "snupkg"));

    public bool HasSymbols => File.Exists(Path.ChangeExtension(file, "snupkg"));

    public string Text(string name)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes(name)));
        return reader.ReadToEnd();
    }

    public byte[] Bytes(string name)
    {
        using var content = new MemoryStream();
        using var entry = _archive.Entries.Single(entry => entry.FullName == name).Open();
        entry.CopyTo(content);
        return content.ToArray();
    }

    public void Dispose() => _archive.Dispose();
}
