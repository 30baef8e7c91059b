using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Phases;

/// <summary>Which phase follows which, and what may be done beside each other.</summary>
public sealed class PhaseOrderTests
{
    [Fact]
    public void Nothing_is_settled_beside_copies_that_may_be_late()
    {
        // Two processes may be one phase apart, and a late copy overwrites what was settled.
        var beside = new[] { MigrationPhase.Backfill - 1, MigrationPhase.Backfill, MigrationPhase.Backfill + 1 };
        Assert.DoesNotContain(beside, phase => phase.Writes() is WritePlan.BothIfSettled or WritePlan.Both);
    }

    [Theory]
    [InlineData(true, "Expand Backfill Drain Settle Verify ShadowRead Cutover Contract Done")]
    [InlineData(false, "Expand Backfill Drain Settle Verify ShadowRead ShadowRead(paused) Contract Done")]
    public void Each_phase_follows_the_one_before_and_can_be_gone_back_from_until_the_old_items_are_given_up(bool isReversible, string expected)
    {
        var migration = new SimulatedItems(isReversible).Schema;
        var (state, seen) = (new MigrationState(migration.Name), new List<string>());
        while (state.Phase != MigrationPhase.Done)
        {
            var next = PhaseOrder.After(state, migration, DateTimeOffset.UnixEpoch);
            Assert.Equal(state.Version + 1, next.Version);
            if (next.Phase < MigrationPhase.Contract)
            {
                Assert.Equal(state.Phase, PhaseOrder.Before(next, DateTimeOffset.UnixEpoch).Phase);
            }
            else
            {
                Assert.Throws<InvalidOperationException>(() => PhaseOrder.Before(next, DateTimeOffset.UnixEpoch));
            }

            state = next;
            seen.Add(state.WritesPaused ? $"{state.Phase}(paused)" : state.Phase.ToString());
        }

        Assert.Equal(expected, string.Join(' ', seen));
        Assert.Throws<InvalidOperationException>(() => PhaseOrder.After(state, migration, DateTimeOffset.UnixEpoch));
    }
}
