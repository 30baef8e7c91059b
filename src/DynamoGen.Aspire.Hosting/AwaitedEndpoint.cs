using Aspire.Hosting.ApplicationModel;

namespace DynamoGen.Aspire.Hosting;

/// <summary>The endpoint of a server that is being started: who asks for it waits until it is known, or is told why it never will be.</summary>
internal sealed class AwaitedEndpoint : IValueProvider, IManifestExpressionProvider
{
    private readonly TaskCompletionSource<Uri> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The endpoint where it is known already, or null.</summary>
    public Uri? Known => _endpoint.Task.IsCompletedSuccessfully ? _endpoint.Task.Result : null;

    /// <summary>A deployed application has no such server, so that no manifest has a value for it.</summary>
    string IManifestExpressionProvider.ValueExpression => "";

    async ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) =>
        (await _endpoint.Task.WaitAsync(cancellationToken).ConfigureAwait(false)).ToString();

    public void Set(Uri endpoint) => _endpoint.TrySetResult(endpoint);

    public void Fail(Exception exception)
    {
        _endpoint.TrySetException(exception);

        // Perhaps nobody asks for the endpoint: the failure is in the resource's log and state.
        _ = _endpoint.Task.Exception;
    }
}
