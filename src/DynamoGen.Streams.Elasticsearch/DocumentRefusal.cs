namespace DynamoGen.Streams.Elasticsearch;

/// <summary>Why a change cannot be delivered.</summary>
public enum DocumentRefusal
{
    /// <summary>Elasticsearch refuses the document, such as a value that its mapping does not take.</summary>
    RefusedByIndex,

    /// <summary>The client's serializer cannot write the document.</summary>
    NotSerializable,

    /// <summary>The record has not both images, which the sink needs: declare <c>Stream = StreamView.NewAndOldImages</c>.</summary>
    ImageMissing,

    /// <summary>The item has no version, and the sink no fence.</summary>
    VersionMissing,
}
