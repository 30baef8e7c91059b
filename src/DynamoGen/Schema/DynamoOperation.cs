namespace DynamoGen.Schema;

/// <summary>A DynamoDB operation; each member is named as in the API reference.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html">actions of Amazon DynamoDB</see>.</remarks>
public enum DynamoOperation
{
    /// <summary>Reads one item by its primary key.</summary>
    GetItem,

    /// <summary>Reads the items of one partition key.</summary>
    Query,

    /// <summary>Writes one whole item.</summary>
    PutItem,

    /// <summary>Deletes one item by its primary key.</summary>
    DeleteItem,

    /// <summary>Changes some attributes of one item.</summary>
    UpdateItem,
}
