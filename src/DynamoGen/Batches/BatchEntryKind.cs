namespace DynamoGen.Batches;

/// <summary>What an entry of a batch asks for.</summary>
internal enum BatchEntryKind
{
    Put,
    Delete,
    Get,
}

/// <summary>What requests say of entries of each kind.</summary>
internal static class BatchEntryKinds
{
    /// <summary>The most entries of one BatchWriteItem.</summary>
    public const int MostWrites = 25;

    /// <summary>The most entries of one BatchGetItem.</summary>
    public const int MostReads = 100;

    extension(BatchEntryKind kind)
    {
        /// <summary>What stands before an entry's item or key.</summary>
        public ReadOnlySpan<byte> Beginning => kind switch
        {
            BatchEntryKind.Put => "{\"PutRequest\":{\"Item\":"u8,
            BatchEntryKind.Delete => "{\"DeleteRequest\":{\"Key\":"u8,
            _ => default,
        };

        /// <summary>What stands behind it.</summary>
        public ReadOnlySpan<byte> End => kind == BatchEntryKind.Get ? default : "}}"u8;
    }
}
