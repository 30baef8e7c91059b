using DynamoGen.Migrations.Store;
using DynamoGen.Timing;

namespace DynamoGen.Migrations.Phases;

/// <summary>
/// Keeps one process in the phase of a migration. It gives signs of life, reads the phase, acknowledges one when nothing of an earlier one is under way any
/// more, and refuses operations when it could not read the phase for too long.
/// </summary>
/// <remarks>
/// What makes it right: a process acts in a state only if it is registered with that state or the one before, and whoever moves the state on waits until
/// every registered process has acknowledged. So no two processes are ever more than one state apart. A process that falls silent stops acting
/// <see cref="PhaseOptions.Lease"/> after its last sign of life began, and is removed from the register no sooner than that and
/// <see cref="PhaseOptions.Drain"/> after it was seen. Only durations are compared, each by one clock.
/// </remarks>
/// <param name="store">Keeps the state and the register.</param>
/// <param name="migration">The migration's name.</param>
/// <param name="process">A name for the process; each registration adds a number of its own.</param>
/// <param name="options">The times.</param>
/// <param name="placement">How the items lie, as this process has it.</param>
/// <param name="timeProvider">Tells the time.</param>
/// <param name="failed">Is told of each round that fails; null for nobody.</param>
internal sealed class PhaseFollower(
    IMigrationStore store,
    string migration,
    string process,
    PhaseOptions options,
    Placement placement,
    TimeProvider timeProvider,
    Action<Exception>? failed = null)
{
    private readonly Lock _gate = new();

    /// <summary>What was begun in earlier states, or in an earlier registration, and may be under way.</summary>
    private readonly List<PhaseEpoch> _former = [];

    private PhaseEpoch? _current;
    private MigrationInstance? _registered;

    /// <summary>What was sent to the register and not answered: it is sent again as it is, so that it does not matter whether it was applied.</summary>
    private MigrationInstance? _signing;

    private long _lastSeenVersion;
    private long _leaseStarted;
    private Exception? _failure;

    /// <summary>The migration's name.</summary>
    public string Migration => migration;

    /// <summary>The state that operations begin in now; null where none may begin.</summary>
    public MigrationState? Current
    {
        get
        {
            lock (_gate)
            {
                return IsKnown ? _current!.State : null;
            }
        }
    }

    private bool IsKnown => _current is not null && timeProvider.GetElapsedTime(_leaseStarted) < options.Lease;

    /// <summary>Begins an operation in the phase of now.</summary>
    /// <param name="writes">Whether it writes.</param>
    /// <exception cref="PhaseUnknownException">The phase is not known.</exception>
    /// <exception cref="WritesPausedException">It writes, and writes are paused.</exception>
    public PhaseScope Enter(bool writes)
    {
        lock (_gate)
        {
            if (!IsKnown)
            {
                throw new PhaseUnknownException(
                    migration, _current is null ? "it was not read yet" : "it could not be read for as long as the lease of the process", _failure);
            }

            if (writes && _current!.State.WritesPaused)
            {
                throw new WritesPausedException(migration);
            }

            _current!.Enter();
            return new PhaseScope(this, _current);
        }
    }

    /// <summary>Refuses to send anything more where the others may have taken the process for dead.</summary>
    /// <exception cref="PhaseUnknownException">The phase may be another one by now.</exception>
    public void ThrowIfExpired()
    {
        lock (_gate)
        {
            if (!IsKnown)
            {
                throw new PhaseUnknownException(migration, "the process stood still for longer than its lease, or stops", _failure);
            }
        }
    }

    /// <summary>Refuses an operation to go on whose process the others may have taken for dead.</summary>
    /// <exception cref="PhaseUnknownException">The phase may be another one by now.</exception>
    public void ThrowIfExpired(PhaseEpoch epoch)
    {
        lock (_gate)
        {
            if (epoch.IsAbandoned || timeProvider.GetElapsedTime(_leaseStarted) >= options.Lease)
            {
                throw new PhaseUnknownException(migration, "the process stood still for longer than its lease", _failure);
            }
        }
    }

    /// <summary>Follows the phase until the token is cancelled, and then leaves the register.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var isSettled = false;
            try
            {
                isSettled = await FollowAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The next round tries again; when the lease is over, every operation is refused with it.
                failed?.Invoke(exception);
                isSettled = true;
            }

            await timeProvider.WaitAsync(isSettled ? options.Interval : options.Interval / 10, cancellationToken).ConfigureAwait(false);
        }

        await LeaveAsync().ConfigureAwait(false);
    }

    /// <summary>One round: a sign of life, and the state.</summary>
    /// <returns>False where another round should follow soon: the state is new to the process, or not acknowledged yet.</returns>
    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            var isSettled = await TakeRoundAsync(cancellationToken).ConfigureAwait(false);
            _failure = null;
            return isSettled;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _failure = exception;
            throw;
        }
    }

    private async ValueTask<bool> TakeRoundAsync(CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        if (!await SignAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var state = await StateAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            return Take(state, started);
        }
    }

    /// <summary>Removes the process from the register when nothing of it is under way, so that nobody waits for it.</summary>
    public async ValueTask LeaveAsync()
    {
        lock (_gate)
        {
            EndCurrent();
        }

        var started = timeProvider.GetTimestamp();
        while (!IsDrained() && timeProvider.GetElapsedTime(started) < options.Lease)
        {
            await Task.Delay(options.Interval / 10, timeProvider).ConfigureAwait(false);
        }

        if ((_signing ?? _registered) is not { } registered || !IsDrained())
        {
            return;
        }

        try
        {
            await store.RemoveInstanceAsync(registered, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The others wait until the process counts as dead.
            failed?.Invoke(exception);
        }
    }

    private async ValueTask<MigrationState> StateAsync(CancellationToken cancellationToken) =>
        await store.FindStateAsync(migration, cancellationToken).ConfigureAwait(false) is not { } state ? new MigrationState(migration)
        : state.Phase == MigrationPhase.NotStarted || state.Placement == placement ? state
        : throw new InvalidOperationException(placement.Misfit(state));

    /// <summary>Registers the process, or renews its registration with what it can acknowledge.</summary>
    /// <returns>False where no lease begins with it: also where it may have been applied long before, and the others have watched it since then.</returns>
    private async ValueTask<bool> SignAsync(CancellationToken cancellationToken)
    {
        if (_registered is null && !IsDrained())
        {
            // A new registration would acknowledge what the operations of the former one have not ended.
            return false;
        }

        var isFirst = _signing is null;
        var next = _signing ?? await NextAsync(cancellationToken).ConfigureAwait(false);
        _signing = next;
        if (await store.ReplaceInstanceAsync(next, cancellationToken).ConfigureAwait(false))
        {
            (_registered, _signing) = (next, null);
            return isFirst;
        }

        Forget();
        return false;
    }

    private async ValueTask<MigrationInstance> NextAsync(CancellationToken cancellationToken)
    {
        if (_registered is null)
        {
            _lastSeenVersion = (await StateAsync(cancellationToken).ConfigureAwait(false)).Version;
            return new MigrationInstance(migration, $"{process}-{Guid.NewGuid():N}") { Counter = 1, Acknowledged = _lastSeenVersion };
        }

        return _registered with { Counter = _registered.Counter + 1, Acknowledged = IsDrained() ? _lastSeenVersion : _registered.Acknowledged };
    }

    /// <summary>Whether nothing that was begun before the current state is under way.</summary>
    private bool IsDrained()
    {
        lock (_gate)
        {
            _former.RemoveAll(static epoch => epoch.IsDrained);
            return _former.Count == 0;
        }
    }

    private bool Take(MigrationState state, long started)
    {
        var acknowledged = _registered!.Acknowledged;
        _lastSeenVersion = state.Version;
        if (_current is null)
        {
            if (state.Version == acknowledged)
            {
                _current = new PhaseEpoch(state);
                _leaseStarted = started;
            }

            return state.Version == acknowledged;
        }

        if (_current.State.Version != state.Version)
        {
            if (state.Version != acknowledged + 1)
            {
                // The others did not wait for this process: it was taken for dead.
                Forget();
                return false;
            }

            EndCurrent();
            _current = new PhaseEpoch(state);
        }

        _leaseStarted = started;
        return acknowledged == state.Version;
    }

    private void EndCurrent()
    {
        if (_current is not null)
        {
            _former.Add(_current);
            _current = null;
        }
    }

    /// <summary>Begins anew: the process is not in the register any more.</summary>
    private void Forget()
    {
        lock (_gate)
        {
            EndCurrent();
            _former.ForEach(static epoch => epoch.IsAbandoned = true);
            (_registered, _signing) = (null, null);
        }
    }
}
