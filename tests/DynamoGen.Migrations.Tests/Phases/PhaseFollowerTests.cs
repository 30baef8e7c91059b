using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Store;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Migrations.Tests.Phases;

/// <summary>What a follower makes of lost answers.</summary>
public sealed class PhaseFollowerTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Register _register = new();
    private readonly List<Exception> _failures = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_registration_whose_answer_was_lost_begins_no_lease_because_the_others_may_have_watched_it_for_long()
    {
        var follower = Follower();
        _register.LosesAnswers = true;
        await Assert.ThrowsAsync<IOException>(() => follower.FollowAsync(Token));
        _clock.Advance(TimeSpan.FromMinutes(1));
        _register.LosesAnswers = false;

        Assert.False(await follower.FollowAsync(Token));
        Assert.Null(follower.Current);
        Assert.True(await follower.FollowAsync(Token));
        Assert.Equal(MigrationPhase.NotStarted, follower.Current!.Phase);
        Assert.Single(_register.Instances);
    }

    [Fact]
    public async Task A_sign_of_life_whose_answer_was_lost_does_not_prolong_the_lease()
    {
        var follower = Follower();
        await follower.FollowAsync(Token);
        _register.LosesAnswers = true;
        await Assert.ThrowsAsync<IOException>(() => follower.FollowAsync(Token));
        _register.LosesAnswers = false;
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.False(await follower.FollowAsync(Token));
        Assert.NotNull(follower.Current);
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Null(follower.Current);
    }

    [Fact]
    public async Task Who_leaves_takes_away_the_last_sign_of_life_that_may_have_been_applied()
    {
        var follower = Follower();
        await follower.FollowAsync(Token);
        _register.LosesAnswers = true;
        await Assert.ThrowsAsync<IOException>(() => follower.FollowAsync(Token));
        _register.LosesAnswers = false;

        await follower.LeaveAsync();

        Assert.Empty(_register.Instances);
        Assert.Empty(_failures);
    }

    [Fact]
    public async Task Who_cannot_leave_tells_it_and_goes()
    {
        var follower = Follower();
        await follower.FollowAsync(Token);
        _register.LosesAnswers = true;

        await follower.LeaveAsync();

        Assert.IsType<IOException>(Assert.Single(_failures));
    }

    private PhaseFollower Follower() => new(_register, "LetterMigration", "p", new PhaseOptions(), new Placement(HasOutbox: false, LieApart: false), _clock, _failures.Add);

    /// <summary>A register that applies what it is asked for, and may lose the answer.</summary>
    private sealed class Register : IMigrationStore
    {
        public bool LosesAnswers { get; set; }

        public Dictionary<string, MigrationInstance> Instances { get; } = [];

        public ValueTask<MigrationState?> FindStateAsync(string migration, CancellationToken cancellationToken) => ValueTask.FromResult<MigrationState?>(null);

        public ValueTask<bool> ReplaceStateAsync(MigrationState next, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<MigrationInstance>> ListInstancesAsync(string migration, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<bool> ReplaceInstanceAsync(MigrationInstance next, CancellationToken cancellationToken)
        {
            if ((Instances.GetValueOrDefault(next.Id)?.Counter ?? 0) == next.Counter - 1)
            {
                Instances[next.Id] = next;
            }

            return Answer(Instances.GetValueOrDefault(next.Id) == next);
        }

        public ValueTask<bool> RemoveInstanceAsync(MigrationInstance seen, CancellationToken cancellationToken) =>
            Answer(!Instances.TryGetValue(seen.Id, out var stored) || (stored.Counter == seen.Counter && Instances.Remove(seen.Id)));

        private ValueTask<bool> Answer(bool answer) => LosesAnswers ? throw new IOException("The answer was lost.") : ValueTask.FromResult(answer);
    }
}
