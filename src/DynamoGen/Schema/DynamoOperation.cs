namespace DynamoGen.Schema;

/// <summary>A DynamoDB operation; each member is named as in the API reference.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html">actions of Amazon DynamoDB</see>.
/// </remarks>
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

    /// <summary>Changes attributes of one item, or creates it.</summary>
    UpdateItem,

    /// <summary>Writes up to 100 items, all or none. An access pattern of this operation is a condition check, which only a transaction can carry.</summary>
    TransactWriteItems,

    /// <summary>Reads up to 100 items as they were at one moment.</summary>
    TransactGetItems,

    /// <summary>Puts or deletes up to 25 items, each on its own.</summary>
    BatchWriteItem,

    /// <summary>Reads up to 100 items by their primary keys, each on its own.</summary>
    BatchGetItem,

    /// <summary>Reads every item of the table.</summary>
    Scan,
}
