namespace DynamoGen.Tests.Transport;

/// <summary>One HTTP request as the canned server read it.</summary>
internal sealed record CannedRequest(string RequestLine, IReadOnlyDictionary<string, string> Headers, byte[] Body);
