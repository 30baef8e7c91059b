using System.Text.Json.Nodes;
using Amazon.Runtime;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>Answers of EventBridge, and what was sent to it.</summary>
internal static class EventAnswer
{
    /// <summary>Takes every entry.</summary>
    public static string Taking(CannedRequest request) => Of([.. DetailTypes(request).Select(_ => (string?)null)]);

    /// <summary>An answer with a code for each entry that is refused, and null for each that is taken.</summary>
    public static string Of(params string?[] codes)
    {
        var entries = codes.Select((code, i) => code is null
            ? $$"""{"EventId":"event-{{i}}"}"""
            : $$"""{"ErrorCode":"{{code}}","ErrorMessage":"Why."}""");
        return $$"""{"FailedEntryCount":{{codes.Count(code => code is not null)}},"Entries":[{{string.Join(',', entries)}}]}""";
    }

    public static string[] DetailTypes(CannedRequest request) =>
        [.. JsonNode.Parse(request.Body)!["Entries"]!.AsArray().Select(entry => entry!["DetailType"]!.GetValue<string>())];
}

/// <summary>Credentials that no server looks at.</summary>
internal static class CannedCredentials
{
    public static AWSCredentials Some { get; } = new BasicAWSCredentials("access", "secret");
}
