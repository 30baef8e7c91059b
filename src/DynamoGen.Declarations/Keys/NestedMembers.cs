using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Keys;

/// <summary>Finds the nested members that the placeholders of index keys name, as <c>{Address.Country}</c>, and the names that stand for them.</summary>
internal static class NestedMembers
{
    /// <summary>The properties on the way, the last of which is the member; null where one is none, or is not stored as a record's property is.</summary>
    public static IReadOnlyList<IPropertySymbol>? Properties(INamedTypeSymbol type, ObjectValue? shape, string[] names)
    {
        var properties = new List<IPropertySymbol>();
        ITypeSymbol current = type;
        foreach (var name in names)
        {
            if (Property(Bare(current), name) is not { } property)
            {
                return null;
            }

            properties.Add(property);
            current = property.Type;
        }

        return shape is null || Stored(shape, names) is not null ? properties : null;
    }

    /// <summary>What is stored on the way to a member; null where something of it is not, or is stored as something else.</summary>
    public static IReadOnlyList<MemberModel>? Stored(ObjectValue shape, IEnumerable<string> names)
    {
        var members = new List<MemberModel>();
        ValueModel current = shape;
        foreach (var name in names)
        {
            if (current.WithoutNull is not ObjectValue { IsRecursion: false } within
                || within.Members.FirstOrDefault(member => member.IsStored && member.Property == name) is not { } member)
            {
                return null;
            }

            members.Add(member);
            current = member.Value;
        }

        return members;
    }

    public static KeyPathStep Step(IPropertySymbol property) => new(property.Name, IsNullable(property));

    public static bool IsNullable(IPropertySymbol property) => property.Type.NullableAnnotation == NullableAnnotation.Annotated
        || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>
    /// The name that parameters give the member by: its own, or all names on the way where a property of the entity or another member of its keys has that too.
    /// </summary>
    public static string NameOf(INamedTypeSymbol type, string[] names)
    {
        var own = names[names.Length - 1];
        var isDouble = Levels(type).SelectMany(level => level.GetMembers()).OfType<IPropertySymbol>().Select(property => property.Name)
            .Concat(Paths(type).Where(path => path != string.Join(".", names)).Select(path => path.Substring(path.LastIndexOf('.') + 1)))
            .Any(other => string.Equals(other, own, StringComparison.OrdinalIgnoreCase));
        return isDouble ? string.Concat(names) : own;
    }

    /// <summary>A public property that can be read, of a type or one that it derives from.</summary>
    public static IPropertySymbol? Property(ITypeSymbol type, string name) =>
        Levels(type).SelectMany(level => level.GetMembers(name)).OfType<IPropertySymbol>()
            .FirstOrDefault(property => !property.IsStatic && property.GetMethod is not null) is { DeclaredAccessibility: Accessibility.Public } property
                ? property
                : null;

    /// <summary>The nested members that the entity's keys name.</summary>
    private static IEnumerable<string> Paths(INamedTypeSymbol type) => type.Attributes(DeclarationAttributes.Key)
        .SelectMany(key => Enumerable.Range(0, key.ConstructorArguments.Length).Select(key.Text).OfType<string>())
        .SelectMany(template => KeyTemplate.Parse(template).Segments)
        .Select(segment => segment.Property).OfType<string>().Where(name => name.IndexOf('.') >= 0).Distinct();

    private static IEnumerable<ITypeSymbol> Levels(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
