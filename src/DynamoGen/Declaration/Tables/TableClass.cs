namespace DynamoGen;

/// <summary>What a table's storage and throughput cost in proportion.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.TableClasses.html">table classes</see>.</remarks>
public enum TableClass
{
    /// <summary>For tables of which throughput is the larger part of the bill (<c>STANDARD</c>).</summary>
    Standard,

    /// <summary>Cheaper to store and dearer to read and write (<c>STANDARD_INFREQUENT_ACCESS</c>).</summary>
    StandardInfrequentAccess,
}
