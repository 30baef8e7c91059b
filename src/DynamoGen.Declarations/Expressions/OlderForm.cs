using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>How an older version stored what is a member now.</summary>
/// <param name="From">The version.</param>
/// <param name="Method">The upcaster that takes it.</param>
/// <param name="Attribute">The attribute that held it; empty where it is made of something else.</param>
/// <param name="IsKept">Whether the attribute held the same value, so that no more than its name is another one.</param>
internal sealed record OlderForm(int From, string Method, string Attribute, bool IsKept)
{
    /// <summary>The older forms of a member, youngest first.</summary>
    public static IEnumerable<OlderForm> Of(ObjectValue shape, MemberModel member) => member.IsCatchAll ? [] : member.Upcasters.Reverse()
        .Select(upcaster => new OlderForm(upcaster.From, upcaster.Method, upcaster.Attribute, upcaster.KeepsForm))
        .Concat(shape.OlderShapes.Reverse().Select(older => OfItem(older, member)));

    private static OlderForm OfItem(OlderShape older, MemberModel member)
    {
        var kept = older.Kept.FirstOrDefault(kept => kept.Property == member.Property);
        return new OlderForm(older.From, older.Method, kept?.Attribute ?? string.Empty, kept is not null);
    }
}
