namespace DynamoGen;

/// <summary>
/// Declares a vector index of a <see cref="TableAttribute">table</see>, for what creates the table and for its document. No access pattern is served from
/// it yet: search it by the SDK's client.
/// </summary>
/// <param name="name">The index's name, 3 to 255 characters of <c>a-z A-Z 0-9 _ - .</c></param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-vectorindex.html">VectorIndex</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class VectorIndexAttribute(string name) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that holds the vector.</summary>
    public required string Attribute { get; init; }

    /// <summary>How many numbers a vector has.</summary>
    public required int Dimensions { get; init; }

    /// <summary>How near two vectors are. Default <see cref="VectorDistance.Cosine"/>.</summary>
    public VectorDistance Distance { get; init; }
}
