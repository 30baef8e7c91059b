using DynamoGen.Cli.Adoption.Classes;
using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Values;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>The types beside entities that are written because properties need them.</summary>
/// <param name="source">The types of the files.</param>
/// <param name="names">The names of the file's types.</param>
internal sealed class WrittenTypes(SourceTypes source, NameSet names)
{
    private readonly Dictionary<(DeclaredType Type, StorageManner Manner), string> _records = [];
    private readonly List<NestedRecord> _written = [];
    private readonly Dictionary<DeclaredType, EnumDraft> _enums = [];
    private string? _booleanConverter;

    public IReadOnlyList<NestedRecord> Records => _written;

    public IReadOnlyList<EnumDraft> Enums => [.. _enums.Values];

    /// <summary>The name of the converter, or null where nothing needs it.</summary>
    public string? NeededConverter => _booleanConverter;

    /// <summary>The name of the converter of truth values, which is written then.</summary>
    public string BooleanConverter() => _booleanConverter ??= names.Take("BooleanAsNumber");

    /// <summary>The name of the record that a class is written as.</summary>
    public string Record(DeclaredType type, StorageManner manner)
    {
        if (_records.TryGetValue((type, manner), out var known))
        {
            return known;
        }

        // A class that holds itself finds its name.
        var name = _records[(type, manner)] = names.Take(NameOf(type));
        var properties = new ClassProperties(source, this, manner, name).Of(MappedMember.Of(type, source), out var doubts);
        _written.Add(new NestedRecord(name, [.. properties.Select(property => property.Draft)]) { Doubts = doubts });
        return name;
    }

    /// <summary>The name of the enum that an enum is written as.</summary>
    public string Enum(DeclaredType type)
    {
        if (!_enums.TryGetValue(type, out var draft))
        {
            var syntax = (EnumDeclarationSyntax)type.Parts[0];
            var hasFlags = type.Attributes.Any(attribute => new MapperAttribute(attribute).Name == "Flags");
            draft = new EnumDraft(
                names.Take(NameOf(type)), syntax.BaseList?.Types[0].Type.ToString(), hasFlags,
                [.. syntax.Members.Select(member => member.Identifier.Text + (member.EqualsValue is { } value ? $" = {value.Value}" : ""))],
                hasFlags || HasZero(syntax)
                    ? []
                    : ["no member is seen to be 0, which the context stores where nothing was set; an item with it is not read, so give 0 a name"]);
            _enums.Add(type, draft);
        }

        return draft.Name;
    }

    private static bool HasZero(EnumDeclarationSyntax type) =>
        type.Members is [{ EqualsValue: null }, ..] || type.Members.Any(member => member.EqualsValue?.Value is LiteralExpressionSyntax { Token.Value: 0 });

    /// <summary>The name of a type as it can be written.</summary>
    public static string NameOf(DeclaredType type) => Naming.IsKeyword(type.Name) ? Naming.Property(type.Name) : type.Name;
}
