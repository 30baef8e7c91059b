using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace DynamoGen.Package.Tests;

/// <summary>A package documents what others can name, and nothing else.</summary>
[Collection(nameof(PackedProduct))]
public sealed class PublicDocumentationTests(PackedProduct product)
{
    public static TheoryData<string> Names => PackedProduct.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void What_can_be_named_is_documented_and_nothing_else(string name)
    {
        using var package = product.Open(name);
        var documentation = package.Files.Where(file => Path.GetExtension(file) == ".xml" && package.Files.Contains(Path.ChangeExtension(file, "dll"))).ToList();
        Assert.Equal(
            package.Files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal) && Path.GetExtension(file) == ".dll")
                .Select(file => Path.ChangeExtension(file, "xml")),
            documentation);
        Assert.All(documentation, file =>
        {
            using var assembly = new PEReader(new MemoryStream(package.Bytes(Path.ChangeExtension(file, "dll"))));
            var visible = VisibleMembers(assembly.GetMetadataReader());
            var documented = XDocument.Parse(package.Text(file)).Descendants("member").Select(member => Named((string)member.Attribute("name")!)).ToHashSet();
            Assert.Empty(documented.Except(visible));
            Assert.Empty(visible.Where(member => member.StartsWith("T:", StringComparison.Ordinal)).Except(documented));
        });
    }

    /// <summary>What a documented member is called, without its parameters and type parameters.</summary>
    private static string Named(string id)
    {
        var name = id.Split('(')[0].Split('~')[0];
        var generic = name.IndexOf("``", StringComparison.Ordinal);
        return generic < 0 ? name : name[..generic];
    }

    /// <summary>The types that others can name, and the members of them, as documentation names them.</summary>
    private static HashSet<string> VisibleMembers(MetadataReader reader)
    {
        var found = new HashSet<string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (!IsVisible(reader, type))
            {
                continue;
            }

            var name = NameOf(reader, type);
            found.Add($"T:{name}");
            found.UnionWith(type.GetMethods().Select(reader.GetMethodDefinition).Where(IsVisible)
                .Select(method => $"M:{name}.{Escaped(reader.GetString(method.Name))}"));
            found.UnionWith(type.GetFields().Select(reader.GetFieldDefinition).Where(IsVisible).Select(field => $"F:{name}.{reader.GetString(field.Name)}"));
            found.UnionWith(type.GetProperties().Select(reader.GetPropertyDefinition)
                .Where(property => IsVisible(reader, property.GetAccessors().Getter) || IsVisible(reader, property.GetAccessors().Setter))
                .Select(property => $"P:{name}.{reader.GetString(property.Name)}"));
            found.UnionWith(type.GetEvents().Select(reader.GetEventDefinition)
                .Where(happening => IsVisible(reader, happening.GetAccessors().Adder)).Select(happening => $"E:{name}.{reader.GetString(happening.Name)}"));
        }

        return found;
    }

    private static string Escaped(string name) => name.Replace('.', '#');

    private static string NameOf(MetadataReader reader, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
        ? $"{NameOf(reader, reader.GetTypeDefinition(outer))}.{reader.GetString(type.Name)}"
        : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private static bool IsVisible(MetadataReader reader, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
            IsVisible(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static bool IsVisible(MetadataReader reader, MethodDefinitionHandle method) => !method.IsNil && IsVisible(reader.GetMethodDefinition(method));

    private static bool IsVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}
