using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Store;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Migrations.Tests.Phases;

/// <summary>What becomes of who waits for the fleet.</summary>
public sealed class FleetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_for_a_state_that_another_process_has_moved_on_from_does_not_wait_for_ever()
    {
        var fleet = Fleet(new MigrationInstance("m", "a") { Acknowledged = 2 }, new MigrationInstance("m", "b") { Acknowledged = 3 });

        var waiting = fleet.WaitAsync(new MigrationState("m") { Version = 2 }, Token).AsTask();

        Assert.True(waiting.IsCompleted);
        Assert.False(await waiting);
    }

    [Fact]
    public async Task Who_waits_for_a_state_that_all_have_acknowledged_goes_on()
    {
        var fleet = Fleet(new MigrationInstance("m", "a") { Acknowledged = 2 }, new MigrationInstance("m", "b") { Acknowledged = 2 });

        Assert.True(await fleet.WaitAsync(new MigrationState("m") { Version = 2 }, Token));
    }

    private static Fleet Fleet(params MigrationInstance[] instances) => new(new Register(instances), new PhaseOptions(), new FakeTimeProvider());

    private sealed class Register(IReadOnlyList<MigrationInstance> instances) : IMigrationStore
    {
        public ValueTask<IReadOnlyList<MigrationInstance>> ListInstancesAsync(string migration, CancellationToken cancellationToken) => new(instances);

        public ValueTask<MigrationState?> FindStateAsync(string migration, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> ReplaceStateAsync(MigrationState next, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> ReplaceInstanceAsync(MigrationInstance next, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> RemoveInstanceAsync(MigrationInstance seen, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
