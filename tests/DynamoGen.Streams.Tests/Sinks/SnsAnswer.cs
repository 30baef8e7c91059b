namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>Answers of SNS.</summary>
internal static class SnsAnswer
{
    /// <summary>The answer to PublishBatch: the identifiers of entries that were taken, and those that were not with their codes.</summary>
    public static string Of(string[] taken, params (string Id, string Code, bool IsSenderFault)[] failed)
    {
        var successful = string.Concat(taken.Select(id => $"<member><Id>{id}</Id><MessageId>m-{id}</MessageId></member>"));
        var refused = string.Concat(failed.Select(entry =>
            $"<member><Id>{entry.Id}</Id><Code>{entry.Code}</Code><Message>Why.</Message>"
            + $"<SenderFault>{(entry.IsSenderFault ? "true" : "false")}</SenderFault></member>"));
        return $"""
            <PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishBatchResult>
            <Successful>{successful}</Successful><Failed>{refused}</Failed></PublishBatchResult>
            <ResponseMetadata><RequestId>R</RequestId></ResponseMetadata></PublishBatchResponse>
            """;
    }

    public static string Error(string code, string type = "Sender") => $"""
        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>{type}</Type><Code>{code}</Code>
        <Message>The message &amp; more.</Message></Error><RequestId>REQUEST-X</RequestId></ErrorResponse>
        """;
}
