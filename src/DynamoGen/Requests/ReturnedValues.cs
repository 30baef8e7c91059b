using System.ComponentModel;

namespace DynamoGen.Requests;

/// <summary>Which state of its item a write returns.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html">ReturnValues</see>. It costs no capacity.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ReturnedValues
{
    /// <summary>The item as it was before the write (<c>ALL_OLD</c>): none if there was none.</summary>
    Old,

    /// <summary>The item as it is after the write (<c>ALL_NEW</c>); for an UpdateItem only.</summary>
    New,
}
