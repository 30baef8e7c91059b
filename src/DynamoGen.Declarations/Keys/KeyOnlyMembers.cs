using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Keys;

/// <summary>Tells whether what is marked with <c>[KeyOnly]</c> can be read back from the primary key, which each item has, wherever it is read.</summary>
internal static class KeyOnlyMembers
{
    public static void Report(INamedTypeSymbol type, ObjectValue shape, KeyModel primary, DeclarationProblems problems)
    {
        foreach (var member in shape.Members.Where(member => member.IsKeyOnly))
        {
            if (Problem(member, shape, primary) is { } reason)
            {
                var place = type.GetMembers(member.Property).FirstOrDefault()?.Locations.FirstOrDefault() ?? type.Locations.FirstOrDefault();
                var templates = primary.Sort is null ? primary.PartitionTemplate : $"{primary.PartitionTemplate}, {primary.SortTemplate}";
                problems.Add(DeclarationRule.KeyTemplate, place, type.Name, templates, reason);
            }
        }
    }

    /// <summary>The part of an attribute of the primary key from which a member is read; null where none says all of it.</summary>
    public static KeyPart? PartOf(MemberModel member, KeyAttributeModel attribute) => !member.IsKeyOnly || attribute.Type != KeyAttributeType.String ? null
        : attribute.Parts.FirstOrDefault(part => part.IsPlaceholder && part.Text == member.Property && IsExact(part));

    private static string? Problem(MemberModel member, ObjectValue shape, KeyModel primary)
    {
        var places = primary.Attributes.SelectMany(
            attribute => attribute.Parts.Where(part => part.IsPlaceholder && part.Text == member.Property), (attribute, part) => (attribute, part)).ToArray();
        return places.Length == 0
            ? $"does not have '{member.Property}', which is [KeyOnly]; it is read back from the primary key, which each item has"
            : places.FirstOrDefault(place => place.attribute.Type != KeyAttributeType.String).attribute is { } plain
            ? $"is '{member.Property}' itself; write [AttributeName(\"{plain.Attribute}\")] in place of [KeyOnly]"
            : places.All(place => !IsExact(place.part))
            ? $"keeps less of '{member.Property}' than its value, so that it cannot be read back; store it, or give it a form that keeps all of it"
            : shape.OlderShapes.Count > 0
            ? $"is where '{member.Property}' is read from, which older shapes of '{shape.Name}' do not say; store it"
            : null;
    }

    /// <summary>Whether the key has all of a value: not a text in one case, nor a part of a time.</summary>
    private static bool IsExact(KeyPart part) => part switch
    {
        { Kind: KeyPartKind.Text, Case: not KeyPartCase.Unchanged } or { IsUnixTime: true } => false,
        { Format: null } => true,
        { Kind: KeyPartKind.Date, Format: var format } => SortableFormat.UpToDay(format!) is not null,
        { Format: var format } => SortableFormat.IsExact(format!),
    };
}
