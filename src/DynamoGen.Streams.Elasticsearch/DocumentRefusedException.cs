namespace DynamoGen.Streams.Elasticsearch;

/// <summary>A change cannot be delivered, however often it is tried.</summary>
public sealed class DocumentRefusedException : DynamoGenException
{
    internal DocumentRefusedException(DocumentRefusal refusal, string message, int? status = null, string? errorType = null, string? detail = null)
        : base(message)
    {
        Refusal = refusal;
        Status = status;
        ErrorType = errorType;
        Detail = detail;
    }

    /// <summary>Why.</summary>
    public DocumentRefusal Refusal { get; }

    /// <summary>The HTTP status of the document's entry, where Elasticsearch refused it.</summary>
    public int? Status { get; }

    /// <summary>Elasticsearch's name of the error, such as <c>document_parsing_exception</c>.</summary>
    public string? ErrorType { get; }

    /// <summary>What Elasticsearch says, which can quote the document. No message shows it.</summary>
    public string? Detail { get; }
}
