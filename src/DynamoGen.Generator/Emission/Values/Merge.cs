using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>The versions whose items have several attributes in the place of one member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Index">Which of the member's upcasters takes them.</param>
/// <param name="Above">The version below the first of them.</param>
internal sealed record Merge(MemberModel Member, int Index, int Above)
{
    public IEnumerable<MemberModel> Parameters => Member.Upcasters[Index].Parameters;

    public string Condition => VersionCondition(Above, Member.Upcasters[Index].From);

    public static IEnumerable<Merge> Of(ObjectValue type) => type.Members.SelectMany(member => Enumerable.Range(0, member.Upcasters.Count)
        .Where(i => member.Upcasters[i].IsMerge)
        .Select(i => new Merge(member, i, i == 0 ? 0 : member.Upcasters[i - 1].From)));

    /// <summary>The condition that an item is of a version above one, and up to another.</summary>
    public static string VersionCondition(int above, int upTo) => (above, upTo) switch
    {
        (0, _) => $"version <= {Text.Number(upTo)}",
        (_, int.MaxValue) => $"version > {Text.Number(above)}",
        _ => $"version > {Text.Number(above)} && version <= {Text.Number(upTo)}",
    };

    /// <summary>The expression that makes the member's value of what was read. The reader is told whose it is, in case that it is refused.</summary>
    public string Value(Func<MemberModel, string> read) => StoredVersion.Upcast(Member, Index, string.Join(", ", Parameters.Select((parameter, i) =>
        i == 0 ? $"reader.ForAccessor({Text.Literal(Member.Attribute)}, {read(parameter)})" : read(parameter))));
}
