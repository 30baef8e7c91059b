using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Versions;

/// <summary>What items of an older version hold of a property, by the upcasters that read them.</summary>
/// <param name="Member">The property.</param>
/// <param name="Attribute">The attribute that holds it in the form that it has now, if one does.</param>
/// <param name="Taken">What the first upcaster takes; nothing where the property has none from that version on.</param>
/// <param name="Method">That upcaster, or null.</param>
internal sealed record VersionedMember(MemberModel Member, string? Attribute, IReadOnlyList<MemberModel> Taken, string? Method)
{
    /// <summary>The stored properties as items of a version hold them, whose attributes are each taken on its own.</summary>
    public static IReadOnlyList<VersionedMember> Of(ObjectValue shape, int version) =>
        [.. shape.Members.Where(member => member.IsStored).Select(member => Of(member, version))];

    private static VersionedMember Of(MemberModel member, int version)
    {
        var chain = member.Upcasters.Where(upcaster => upcaster.From >= version).ToArray();
        if (chain.Length == 0)
        {
            return new VersionedMember(member, member.Attribute, [], null);
        }

        var first = chain[0];
        var isRenamed = !first.IsMerge
            && chain.All(upcaster => upcaster.IsMerge || upcaster.KeepsForm)
            && member is { OmitsDefault: false, WritesNull: false }
            && KeptForm.CanBeWritten(member.Value, first.Stored);
        return new VersionedMember(member, isRenamed ? first.Attribute : null, [.. first.Parameters], first.Method);
    }
}
