using System.Net;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace DynamoGen.Transport.Direct;

/// <summary>A response as the SDK's readers of errors look at it.</summary>
internal sealed class DirectResponseData(HttpResponseMessage response) : IWebResponseData
{
    public long ContentLength => response.Content.Headers.ContentLength ?? -1;

    public string ContentType => GetHeaderValue("Content-Type");

    public HttpStatusCode StatusCode => response.StatusCode;

    public bool IsSuccessStatusCode => response.IsSuccessStatusCode;

    public IHttpResponseBody ResponseBody => throw new NotSupportedException("The body has been read.");

    public string[] GetHeaderNames() => [.. response.Headers.Concat(response.Content.Headers).Select(header => header.Key)];

    public bool IsHeaderPresent(string headerName) => GetHeaderValue(headerName).Length > 0;

    public string GetHeaderValue(string headerName) => ResponseHeaders.Value(response, headerName) ?? string.Empty;

    public IEventStreamHeader GetEventStreamHeader(string headerName) => throw new NotSupportedException("DynamoDB sends no event streams.");

    public bool IsEventHeaderPresent(string headerName) => false;
}
