using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Filters;

/// <summary>Finds the fields of an entity's properties, and of those of its nested objects.</summary>
internal sealed class FieldTree(ObjectValue shape)
{
    private readonly OlderForms _older = new(shape);

    /// <param name="members">The properties.</param>
    /// <param name="names">The names that are left for other members of the entity's fields.</param>
    public EquatableArray<FieldModel> Of(IEnumerable<MemberModel> members, FreeNames names) => new(
        [.. members.Select(member => Field(member, PathAbsence.Never, [member.Attribute, .. _older.FormerNames(member.Attribute)], names))]);

    private FieldModel Field(MemberModel member, PathAbsence before, string[] attributes, FreeNames names)
    {
        var absence = before.Then(member);
        var value = member.Value.WithoutNull;
        var kind = FieldKinds.Of(value, absence);
        return new FieldModel(
            member.Property,
            new EquatableArray<string>(attributes),
            value,
            kind,
            absence switch
            {
                PathAbsence.Null when member.WritesNull => FieldAbsence.StoredNull,
                PathAbsence.Null => FieldAbsence.Null,
                PathAbsence.Default => FieldAbsence.Default,
                _ => FieldAbsence.Never,
            },
            FieldKinds.IsOfSizeZero(member, absence),
            kind == FieldKind.Object ? Inner(member, (ObjectValue)value, absence, names) : null);
    }

    private InnerFields Inner(MemberModel member, ObjectValue type, PathAbsence absence, FreeNames names)
    {
        var name = names.Take(member.Property + "Fields");
        var members = type.Members.Where(inner => inner is { IsStored: true, AlsoReads: AttributeTypes.None }).ToArray();
        var inside = new FreeNames([name, .. members.Select(inner => inner.Property)]);
        var path = inside.Take("_path");
        return new InnerFields(
            name, path, new EquatableArray<FieldModel>([.. members.Select(inner => Field(inner, absence, [inner.Attribute], inside))]));
    }
}
