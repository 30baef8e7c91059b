namespace DynamoGen;

/// <summary>How near two vectors are.</summary>
public enum VectorDistance
{
    /// <summary>By the angle between them (<c>COSINE</c>).</summary>
    Cosine,

    /// <summary>By their dot product (<c>DOT_PRODUCT</c>).</summary>
    DotProduct,

    /// <summary>By the straight line between them (<c>EUCLIDEAN</c>).</summary>
    Euclidean,
}
