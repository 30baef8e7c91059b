namespace DynamoGen.Declarations.Tables;

/// <summary>What a change stream carries: the members of <c>DynamoGen.StreamView</c> by number.</summary>
internal enum StreamView
{
    None,
    KeysOnly,
    NewImage,
    OldImage,
    NewAndOldImages,
}
