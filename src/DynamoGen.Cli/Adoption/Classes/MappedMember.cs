using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>A member of a class that <c>DynamoDBContext</c> sees.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, with those of a generic base class put in.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Initial">What it begins with, as it is written; null for nothing.</param>
/// <param name="IsRequired">Whether it is <c>required</c>.</param>
/// <param name="IsWritable">Whether it can be read and written, as what is stored can.</param>
/// <param name="Owner">The type that declares it.</param>
internal sealed record MappedMember(
    string Name, TypeSyntax Type, IReadOnlyList<MapperAttribute> Attributes, ExpressionSyntax? Initial, bool IsRequired, bool IsWritable, DeclaredType Owner)
{
    public MapperAttribute? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);

    public bool Has(string name) => Attribute(name) is not null;

    /// <summary>The members of a class, those of its base classes first; one that hides or overrides another takes its place.</summary>
    public static IReadOnlyList<MappedMember> Of(DeclaredType type, SourceTypes types)
    {
        var members = new List<MappedMember>();
        foreach (var (level, arguments) in Levels(type, types))
        {
            foreach (var member in Own(level, arguments))
            {
                var place = members.FindIndex(other => other.Name == member.Name);
                if (place < 0)
                {
                    members.Add(member);
                }
                else
                {
                    members[place] = member with { Attributes = [.. member.Attributes, .. members[place].Attributes] };
                }
            }
        }

        return members;
    }

    private static List<(DeclaredType Type, Dictionary<string, TypeSyntax> Arguments)> Levels(DeclaredType type, SourceTypes types)
    {
        var levels = new List<(DeclaredType Type, Dictionary<string, TypeSyntax> Arguments)> { (type, []) };
        while (types.BaseOf(levels[0].Type) is { } parent && levels.All(level => level.Type != parent))
        {
            var (child, known) = levels[0];
            var arguments = TypeNames.Arguments(child.Base!).Select(argument => Put(argument, known));
            levels.Insert(0, (parent, parent.Parameters.Zip(arguments).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
        }

        return levels;
    }

    private static IEnumerable<MappedMember> Own(DeclaredType type, Dictionary<string, TypeSyntax> arguments)
    {
        foreach (var part in type.Parts.OfType<TypeDeclarationSyntax>())
        {
            if (part is RecordDeclarationSyntax { ParameterList: { } list })
            {
                foreach (var parameter in list.Parameters.Where(parameter => parameter.Type is not null))
                {
                    yield return new MappedMember(
                        parameter.Identifier.ValueText, Put(parameter.Type!, arguments), AttributesOf(parameter.AttributeLists, isParameter: true),
                        parameter.Default?.Value, IsRequired: false, IsWritable: true, type);
                }
            }

            foreach (var property in part.Members.OfType<PropertyDeclarationSyntax>().Where(property => IsSeen(property.Modifiers)))
            {
                yield return new MappedMember(
                    property.Identifier.ValueText, Put(property.Type, arguments), AttributesOf(property.AttributeLists, isParameter: false),
                    property.Initializer?.Value, property.Modifiers.Any(SyntaxKind.RequiredKeyword), IsReadAndWritten(property), type);
            }

            foreach (var field in part.Members.OfType<FieldDeclarationSyntax>().Where(field => IsSeen(field.Modifiers)))
            {
                foreach (var variable in field.Declaration.Variables)
                {
                    yield return new MappedMember(
                        variable.Identifier.ValueText, Put(field.Declaration.Type, arguments), AttributesOf(field.AttributeLists, isParameter: false),
                        variable.Initializer?.Value, field.Modifiers.Any(SyntaxKind.RequiredKeyword), !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword), type);
                }
            }
        }
    }

    private static bool IsSeen(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.PublicKeyword) && !modifiers.Any(SyntaxKind.StaticKeyword) && !modifiers.Any(SyntaxKind.ConstKeyword);

    private static bool IsReadAndWritten(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors is { } accessors
        && accessors.Any(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
        && accessors.Any(accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration);

    /// <summary>Those of a property. What a parameter has without a target is its own, and not that of the property that is made of it.</summary>
    private static List<MapperAttribute> AttributesOf(SyntaxList<AttributeListSyntax> lists, bool isParameter) =>
    [
        .. lists.Where(list => list.Target is { } target ? target.Identifier.ValueText == "property" : !isParameter)
            .SelectMany(list => list.Attributes).Select(attribute => new MapperAttribute(attribute)),
    ];

    /// <summary>The type with arguments in the place of type parameters.</summary>
    private static TypeSyntax Put(TypeSyntax type, Dictionary<string, TypeSyntax> arguments) => arguments.Count == 0 ? type
        : type is IdentifierNameSyntax whole && arguments.TryGetValue(whole.Identifier.ValueText, out var argument) ? argument
        : type.ReplaceNodes(
            type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => arguments.ContainsKey(name.Identifier.ValueText)),
            (name, _) => arguments[name.Identifier.ValueText]);
}
