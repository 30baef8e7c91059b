using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <summary>What tells the elements of a set, or the keys of a map, from each other once they are stored and read again.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ContentIdentity
{
    /// <summary>Values that are not equal are never stored alike, so that nothing need be compared.</summary>
    Value,

    /// <summary>Values that are not equal can be stored alike: texts and bytes as they are, numbers whatever their digits.</summary>
    Content,

    /// <summary>Times of several kinds: what is stored is also read as equal where one is in UTC and the other is of no kind.</summary>
    Time,
}
