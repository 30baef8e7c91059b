using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace DynamoGen.Tests.Transport;

/// <summary>One HTTP response, byte for byte as it is sent.</summary>
internal sealed class CannedResponse
{
    private readonly byte[] _bytes;

    private CannedResponse(byte[] bytes, bool closes, Task? until = null)
    {
        _bytes = bytes;
        Closes = closes;
        Until = until ?? Task.CompletedTask;
    }

    /// <summary>Whether the connection is closed after it.</summary>
    public bool Closes { get; }

    /// <summary>Whether the connection is then reset instead of ended.</summary>
    public bool Resets { get; private init; }

    /// <summary>What is waited for between the bytes and the closing.</summary>
    public Task Until { get; }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public static CannedResponse Ok(byte[] body) => Ok(body, Crc32.HashToUInt32(body));

    public static CannedResponse Ok(string json) => Ok(Encoding.UTF8.GetBytes(json));

    public static CannedResponse Ok(byte[] body, uint crc32) => new(Message(200, body.Length, body, Checksum(crc32)), closes: false);

    /// <summary>Declares the whole body, sends part of it and closes the connection.</summary>
    public static CannedResponse Truncated(byte[] body, int sent) =>
        new(Message(200, body.Length, body.AsSpan(0, sent), Checksum(Crc32.HashToUInt32(body))), closes: true);

    /// <summary>Declares the whole body, sends part of it and then nothing until the task ends.</summary>
    public static CannedResponse Stalled(byte[] body, int sent, Task until) =>
        new(Message(200, body.Length, body.AsSpan(0, sent), string.Empty), closes: true, until);

    public static CannedResponse Chunked(byte[] body, int chunk, uint? crc32 = null)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{Checksum(crc32 ?? Crc32.HashToUInt32(body))}\r\n"));
        for (var start = 0; start < body.Length; start += chunk)
        {
            var part = body.AsSpan(start, Math.Min(chunk, body.Length - start));
            bytes.Write(Encoding.ASCII.GetBytes(part.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            bytes.Write(part);
            bytes.Write("\r\n"u8);
        }

        bytes.Write("0\r\n\r\n"u8);
        return new CannedResponse(bytes.ToArray(), closes: false);
    }

    /// <summary>Declares a length and sends nothing of it.</summary>
    public static CannedResponse Declaring(long length) => new(Message(200, length, [], string.Empty), closes: true);

    /// <summary>The checksum is that of the payload as it is sent.</summary>
    public static CannedResponse Encoded(byte[] body, string encoding, uint? crc32 = null) =>
        new(Message(200, body.Length, body, $"Content-Encoding: {encoding}\r\n{Checksum(crc32 ?? Crc32.HashToUInt32(body))}"), closes: false);

    /// <summary>Resets the connection without an answer.</summary>
    public static CannedResponse Reset() => new([], closes: true) { Resets = true };

    /// <summary>Ends the connection without an answer.</summary>
    public static CannedResponse Nothing() => new([], closes: true);

    /// <summary>Sends the request to another place, with a status that clients follow.</summary>
    public static CannedResponse Moved(int status, string url) => new(Message(status, 0, [], $"Location: {url}\r\n"), closes: false);

    public static CannedResponse Redirect() => new(Message(304, 0, [], string.Empty), closes: false);

    /// <summary>What a proxy answers that wants to know who asks.</summary>
    public static CannedResponse AsksForProxyCredentials() => new(Message(407, 0, [], "Proxy-Authenticate: Basic realm=\"proxy\"\r\n"), closes: false);

    /// <summary>An error response; <paramref name="members"/> are further members of its JSON, each after a comma.</summary>
    public static CannedResponse Error(int status, string code, string members = "")
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"The message."{{members}}}""");
        return new CannedResponse(Message(status, body.Length, body, Checksum(Crc32.HashToUInt32(body))), closes: false);
    }

    /// <summary>An answer of any status and content, as services have it whose protocol is another one; each header ends a line.</summary>
    public static CannedResponse Of(int status, string content, string headers = "")
    {
        var body = Encoding.UTF8.GetBytes(content);
        return new CannedResponse(Message(status, body.Length, body, headers), closes: false);
    }

    /// <summary>Declares an error's body, sends part of it and then nothing.</summary>
    public static CannedResponse StalledError() =>
        new(Message(400, 100, "{\"__type\":"u8, string.Empty), closes: true, Task.Delay(Timeout.Infinite));

    private static string Checksum(uint crc32) => $"x-amz-crc32: {crc32.ToString(CultureInfo.InvariantCulture)}\r\n";

    private static byte[] Message(int status, long length, ReadOnlySpan<byte> body, string headers) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status} Canned\r\nx-amzn-RequestId: REQUEST-1\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + $"{headers}Content-Length: {length}\r\n\r\n"),
        .. body,
    ];
}
