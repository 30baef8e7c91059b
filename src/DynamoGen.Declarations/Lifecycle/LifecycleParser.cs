using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Lifecycle;

/// <summary>Finds the properties of an entity that writes keep by themselves: its lock, its times and its expiry.</summary>
internal static class LifecycleParser
{
    public static LifecycleModel Parse(INamedTypeSymbol type, ObjectValue shape, TableModel table, IReadOnlyList<KeyModel> keys, DeclarationProblems problems)
    {
        MemberModel? Find(string attribute, Func<IPropertySymbol, MemberModel, string?> problem)
        {
            var marked = shape.Members.Select(member => (Member: member, Property: Property(type, member)))
                .Where(pair => pair.Property is not null && pair.Property.Mark(attribute) is not null).ToArray();
            if (marked.Length == 0)
            {
                return null;
            }

            var (member, property) = marked[0];
            var refusal = marked.Length > 1 ? "only one property of an entity can be"
                : member.AlsoReads != AttributeTypes.None ? "it is read from its own type alone, which [AlsoReads] says otherwise"
                : problem(property!, member);
            if (refusal is { } reason)
            {
                var name = attribute.Substring("DynamoGen.".Length, attribute.Length - "DynamoGen.Attribute".Length);
                problems.Add(DeclarationRule.StorageForm, property!.Locations.FirstOrDefault(), property.Type.ToDisplayString(), name, reason);
            }

            return member;
        }

        string? Stamp(IPropertySymbol property, MemberModel member) => type.IsRecord
            ? IsInstant(property) ? null : "it must be a DateTimeOffset or a DateTime"
            : $"'{type.Name}' must be a record, whose copy carries the new value";
        string? Text(IPropertySymbol property, MemberModel member) => !type.IsRecord
            ? $"'{type.Name}' must be a record, whose copy carries the new value"
            : member is not { Value.WithoutNull: ScalarValue { Kind: ScalarKind.String } } || member.OmitsDefault ? "it must be a string"
            : keys.Any(key => key.Parts.Any(part => part.Text == member.Property)) ? "it cannot be part of a key"
            : null;
        string? Mark(IPropertySymbol property, MemberModel member, string other) => Text(property, member)
            ?? (member.Value is not NullableValue ? "it must be a string?, since an item may have none"
                : !shape.Members.Any(further => Property(type, further)?.Mark(other) is not null)
                    ? $"an entity has it together with [{other.Substring("DynamoGen.".Length, other.Length - "DynamoGen.Attribute".Length)}]"
                    : null);
        var mark = Find(DeclarationAttributes.LineageMark, (property, member) => Mark(property, member, DeclarationAttributes.LineageBase));
        var known = Find(DeclarationAttributes.LineageBase, (property, member) => Mark(property, member, DeclarationAttributes.LineageMark));
        return new LifecycleModel(
            Find(DeclarationAttributes.OptimisticLock, (property, member) => !type.IsRecord
                ? $"'{type.Name}' must be a record, whose copy carries the new count"
                : property.Type.SpecialType != SpecialType.System_Int64 || member.OmitsDefault ? "it must be a long"
                : keys.Any(key => key.Parts.Any(part => part.Text == member.Property)) ? "it cannot be part of a key" : null),
            Find(DeclarationAttributes.CreatedAt, Stamp),
            Find(DeclarationAttributes.UpdatedAt, (property, member) => Stamp(property, member)
                ?? (keys[0].Parts.Any(part => part.Text == member.Property) ? "it cannot be part of the primary key" : null)),
            Find(DeclarationAttributes.TimeToLive, (_, member) => member.WritesNull
                ? "null, which is no time, must be what an item without the attribute means; leave out the initial value"
                : member.Value.WithoutNull is not ConvertedValue { Conversion: EpochConversion }
                ? "it must be a DateTimeOffset or a DateTime"
                : table.TimeToLive is null
                ? $"[Table] of '{table.Type.Name}' does not name its attribute: add TimeToLive = \"{member.Attribute}\""
                : member.Attribute != table.TimeToLive
                    ? $"[Table] of '{table.Type.Name}' names '{table.TimeToLive}' for it; add [AttributeName(\"{table.TimeToLive}\")]"
                    : null))
        {
            UpdatedRegion = Find(DeclarationAttributes.UpdatedRegion, Text),
            WriterEpoch = Find(DeclarationAttributes.WriterEpoch, (property, member) => !type.IsRecord
                ? $"'{type.Name}' must be a record, whose copy carries the new value"
                : keys.Any(key => key.Parts.Any(part => part.Text == member.Property)) ? "it cannot be part of a key"
                : WriterEpochs.Problem(member, table)),
            Lineage = mark is null || known is null ? null : new LineageModel(mark, known),
            Regional = new EquatableArray<MemberModel>(shape.Regional.Where(member => member.Value is RegionalValue { Kind: not RegionalKind.Counter })),
        };
    }

    private static bool IsInstant(IPropertySymbol property) => ScalarTypes.KindOf(property.Type) is ScalarKind.DateTimeOffset or ScalarKind.DateTime;

    private static IPropertySymbol? Property(INamedTypeSymbol type, MemberModel member)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(member.Property).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
