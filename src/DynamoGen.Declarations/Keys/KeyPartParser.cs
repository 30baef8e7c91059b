using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Keys;

/// <summary>Resolves the placeholders of one entity's key templates to its properties.</summary>
/// <param name="type">The entity.</param>
/// <param name="shape">What is stored of it; null where that is not known.</param>
/// <param name="isTableKey">Whether the key is the table's own.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class KeyPartParser(INamedTypeSymbol type, ObjectValue? shape, bool isTableKey, DeclarationProblems problems)
{
    /// <summary>Whether a placeholder may name a member of a nested object.</summary>
    public bool TakesMembers { get; init; }

    /// <summary>The template's parts, or null with problems.</summary>
    public List<KeyPart>? Parse(string text, KeyAttributeType keyType, Location? location, int shards)
    {
        var template = KeyTemplate.Parse(text);
        if ((template.Error ?? (WellFormedText.IsWellFormed(text) ? null : "holds half of a surrogate pair")) is { } error)
        {
            problems.Add(DeclarationRule.KeyTemplate, location, type.Name, text, error);
            return null;
        }

        var parts = new List<KeyPart>();
        foreach (var segment in template.Segments)
        {
            var part = segment.Literal is not null ? new KeyPart(KeyPartKind.Literal, segment.Literal) : Placeholder(segment, text, location);
            if (part is null)
            {
                return null;
            }

            if (part.IsPlaceholder && parts.Any(other => other.IsPlaceholder && other.Text == part.Text))
            {
                problems.Add(DeclarationRule.KeyTemplate, location, type.Name, text, $"names '{segment.Property}' twice");
                return null;
            }

            parts.Add(part);
        }

        if (shards > 1)
        {
            parts.Add(new KeyPart(KeyPartKind.Literal, "#"));
            var width = (shards - 1).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
            parts.Add(new KeyPart(KeyPartKind.Shard, "shard", Width: width) { Shards = shards });
        }

        KeyEnds.Mark(parts);
        if (keyType != KeyAttributeType.String)
        {
            return Single(parts, keyType, text, location);
        }

        if (parts.Any(part => part.Kind == KeyPartKind.Bytes))
        {
            var bytes = parts.First(part => part.Kind == KeyPartKind.Bytes);
            problems.Add(DeclarationRule.KeyType, location, bytes.Text, TypeNames.Readable(bytes.TypeName));
            return null;
        }

        if (KeyEnds.Problem(parts) is { } unclear)
        {
            problems.Add(DeclarationRule.KeyTemplate, location, type.Name, text, unclear);
            return null;
        }

        return parts;
    }

    /// <summary>A number and bytes are one value, with nothing around it.</summary>
    private List<KeyPart>? Single(List<KeyPart> parts, KeyAttributeType keyType, string text, Location? location)
    {
        var part = parts.Count == 1 ? parts[0] : null;
        var fits = keyType == KeyAttributeType.Number ? part?.Kind is KeyPartKind.Number or KeyPartKind.Decimal || part?.IsUnixTime == true
            : part?.Kind is KeyPartKind.Bytes;
        if (fits)
        {
            // A number sorts whatever its digits are.
            return [part! with { Style = part.Style == KeyPartStyle.Plain ? KeyPartStyle.Sortable : part.Style }];
        }

        problems.Add(DeclarationRule.KeyTemplate, location, type.Name, text, keyType == KeyAttributeType.Number
            ? "is for a key of type Number; it must be one property of an integer type or decimal, "
                + "or a time as unixSeconds or unixMilliseconds, and nothing else"
            : "is for a key of type Binary; it must be one property of type byte[] or ReadOnlyMemory<byte>, and nothing else");
        return null;
    }

    private KeyPart? Placeholder(KeyTemplateSegment segment, string text, Location? location)
    {
        var names = segment.Property!.Split('.').Select(name => name.TrimStart('@')).ToArray();
        if (names.Length > 1 && !TakesMembers)
        {
            problems.Add(DeclarationRule.KeyTemplate, location, type.Name, text, $"names '{segment.Property}', a member of a nested object, which the key "
                + "of an index alone takes; take a property of the entity that is computed from it");
            return null;
        }

        if (NestedMembers.Properties(type, names.Length > 1 ? shape : null, names) is not { } path)
        {
            problems.Add(DeclarationRule.KeyTemplate, location, type.Name, text, $"names '{segment.Property}', which is no readable property"
                + (names.Length > 1 ? " that is stored within one of a nested record" : string.Empty));
            return null;
        }

        var property = path[path.Count - 1];
        var isNullable = path.Any(NestedMembers.IsNullable);
        var bare = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        if (isNullable && isTableKey)
        {
            problems.Add(DeclarationRule.NullableTableKey, location, type.Name, property.Name);
            return null;
        }

        var part = KeyPartTypes.Parse(bare, path.Count > 1 ? NestedMembers.NameOf(type, names) : property.Name, segment.Format, type, out var problem);
        part = part is null || path.Count == 1 ? part : part with { Path = new EquatableArray<KeyPathStep>(path.Select(NestedMembers.Step)) };
        if (part is null)
        {
            var rule = problem!.Rule;
            problems.Add(rule, location, rule == DeclarationRule.KeyType ? [property.Name, bare.ToDisplayString()] : [type.Name, text, problem.Reason]);
        }
        else if (shape is not null && StoredParts.Problem(part, property, type, shape) is { } reason)
        {
            problems.Add(DeclarationRule.KeyTemplate, location, type.Name, text, reason);
            return null;
        }

        return part is null ? null : part with
        {
            IsNullable = isNullable,
            IsRounded = StoredParts.IsRounded(part, shape),
            ComputedFrom = path.Count > 1 ? new EquatableArray<string>([path[0].Name])
                : shape is null ? []
                : new EquatableArray<string>(new ComputedFrom(type, shape).Of(property)),
        };
    }
}
