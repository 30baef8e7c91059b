using Amazon.Runtime;

namespace DynamoGen.Transport;

/// <summary>The call of a write, which remembers whether an attempt of it may have been applied.</summary>
internal sealed class WireWrite(WireOperation operation, TransportRequest request) : WireCall(operation, request)
{
    private readonly bool _isRepeatable = request.IsRepeatable;
    private bool _mayHaveBeenApplied;

    public override bool MayHaveBeenApplied => _mayHaveBeenApplied;

    public override void Failed(Exception failure)
    {
        if (AppliedAttempt.IsPossible(failure))
        {
            _mayHaveBeenApplied = true;
            if (!_isRepeatable)
            {
                throw new UnrepeatableException(failure);
            }
        }
    }
}

/// <summary>
/// Ends a call that must not be sent again. The SDK retries the exceptions that it knows, and those that have one of them inside, so that this one keeps what
/// happened in a property.
/// </summary>
internal sealed class UnrepeatableException(Exception cause) : AmazonClientException("The write may have been applied, and is not sent again.")
{
    public Exception Cause { get; } = cause;
}
