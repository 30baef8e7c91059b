namespace DynamoGen;

/// <summary>What the change stream of a table carries of each item that changes, beside its key.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html">StreamSpecification</see>. The view of a
/// stream cannot be changed: the stream is disabled, and another one begins.
/// </remarks>
public enum StreamView
{
    /// <summary>The table has no stream.</summary>
    None,

    /// <summary>The key alone (<c>KEYS_ONLY</c>).</summary>
    KeysOnly,

    /// <summary>The item as it is after the change (<c>NEW_IMAGE</c>).</summary>
    NewImage,

    /// <summary>The item as it was before the change (<c>OLD_IMAGE</c>).</summary>
    OldImage,

    /// <summary>The item before and after the change (<c>NEW_AND_OLD_IMAGES</c>).</summary>
    NewAndOldImages,
}
