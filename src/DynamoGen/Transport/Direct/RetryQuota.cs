namespace DynamoGen.Transport.Direct;

/// <summary>
/// The tokens that retries to one endpoint take, so that a service which fails for everybody is not sent several times the requests. What a retry took is
/// given back when it succeeds.
/// </summary>
internal sealed class RetryQuota
{
    private int _tokens = RetryRules.Quota;

    public int Tokens => Volatile.Read(ref _tokens);

    /// <summary>Takes the tokens of a retry; false where there are too few.</summary>
    public bool TryTake(int tokens)
    {
        for (var seen = Volatile.Read(ref _tokens); seen >= tokens;)
        {
            var before = Interlocked.CompareExchange(ref _tokens, seen - tokens, seen);
            if (before == seen)
            {
                return true;
            }

            seen = before;
        }

        return false;
    }

    /// <summary>Gives tokens back; there are never more than at the beginning.</summary>
    public void GiveBack(int tokens)
    {
        for (var seen = Volatile.Read(ref _tokens); seen < RetryRules.Quota;)
        {
            var before = Interlocked.CompareExchange(ref _tokens, Math.Min(seen + tokens, RetryRules.Quota), seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
