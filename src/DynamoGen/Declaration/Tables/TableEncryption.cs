namespace DynamoGen;

/// <summary>By whose key a table is encrypted; every table is.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html">encryption at rest</see>.</remarks>
public enum TableEncryption
{
    /// <summary>By a key that DynamoDB owns, at no cost.</summary>
    DynamoDBOwnedKey,

    /// <summary>By the key <c>alias/aws/dynamodb</c> of the account.</summary>
    AwsManagedKey,

    /// <summary>By the key of AWS KMS that <see cref="TableAttribute.EncryptionKey"/> names.</summary>
    CustomerManagedKey,
}
