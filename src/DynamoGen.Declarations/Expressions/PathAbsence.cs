using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>What it means to a reader of an item that it has nothing at a path.</summary>
internal enum PathAbsence
{
    /// <summary>There is always something, in items that this version wrote.</summary>
    Never,

    /// <summary>There is no value: null, or no such element.</summary>
    Null,

    /// <summary>The value is the default of its type, which is left out: zero, false or empty.</summary>
    Default,
}

/// <summary>Finds what absence means along a path.</summary>
internal static class PathAbsences
{
    /// <summary>What the absence of a member means, behind a path whose own absence means something.</summary>
    public static PathAbsence Then(this PathAbsence before, MemberModel member) => (before, member) switch
    {
        (PathAbsence.Null, _) or (_, { Value: NullableValue }) => PathAbsence.Null,
        (PathAbsence.Default, _) or (_, { OmitsDefault: true } or { Value: SetValue }) => PathAbsence.Default,
        _ => PathAbsence.Never,
    };
}
