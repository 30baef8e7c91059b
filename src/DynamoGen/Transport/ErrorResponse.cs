using System.Net;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace DynamoGen.Transport;

/// <summary>An error response whose body has been read: the SDK, which reads errors synchronously, finds it in memory.</summary>
internal sealed class ErrorResponse(IWebResponseData response, byte[] body) : IWebResponseData, IHttpResponseBody
{
    public ReadOnlySpan<byte> Body => body;

    public long ContentLength => response.ContentLength;

    public string ContentType => response.ContentType;

    public HttpStatusCode StatusCode => response.StatusCode;

    public bool IsSuccessStatusCode => response.IsSuccessStatusCode;

    public IHttpResponseBody ResponseBody => this;

    public string[] GetHeaderNames() => response.GetHeaderNames();

    public bool IsHeaderPresent(string headerName) => response.IsHeaderPresent(headerName);

    public string GetHeaderValue(string headerName) => response.GetHeaderValue(headerName);

    public IEventStreamHeader GetEventStreamHeader(string headerName) => response.GetEventStreamHeader(headerName);

    public bool IsEventHeaderPresent(string headerName) => response.IsEventHeaderPresent(headerName);

    public Stream OpenResponse() => new MemoryStream(body, writable: false);

    public Task<Stream> OpenResponseAsync() => Task.FromResult(OpenResponse());

    /// <summary>Does nothing: memory holds nothing that must be given back.</summary>
    public void Dispose()
    {
    }
}
