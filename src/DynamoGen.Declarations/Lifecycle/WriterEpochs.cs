using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Lifecycle;

/// <summary>The epochs by which an item refuses the writes of a region from which a failover has moved them away.</summary>
internal static class WriterEpochs
{
    /// <summary>The attribute by which guards know it.</summary>
    public const string Attribute = "Epoch";

    /// <summary>The attribute of an item that a guard has put back, which a write takes away again.</summary>
    public const string Place = "_place";

    /// <summary>Why a member cannot hold it, as the end of a sentence; null where it can.</summary>
    public static string? Problem(MemberModel member, TableModel table) =>
        member is not { Value: ScalarValue { Kind: ScalarKind.Int64 } } || member.OmitsDefault ? "it must be a long"
        : table.Settings.Writes.Mode != RegionWriteMode.OneRegion
            ? $"'{table.Type.Name}' is not marked with [OneRegion], so that no failover moves its writes"
        : member.Attribute != Attribute ? $"guards know it as '{Attribute}'; add [AttributeName(\"{Attribute}\")]"
        : null;
}
