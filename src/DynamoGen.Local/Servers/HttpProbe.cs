namespace DynamoGen.Local;

/// <summary>Asks whether anything answers HTTP at an address; an error status is an answer too.</summary>
internal sealed class HttpProbe : IDisposable
{
    // A proxy that the environment names must not be asked for a loopback address.
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    public async Task<bool> AnswersAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync(endpoint, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
