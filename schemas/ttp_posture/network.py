"""Who stands how to whom, as a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttp_posture.errors import MissingBackendError
from ttp_posture.loading import load

if TYPE_CHECKING:
    import networkx as nx


def graph(retired: bool = False) -> nx.MultiDiGraph:
    """The actors and the relations between them that the article states.

    Parameters
    ----------
    retired:
        Also give actors and relations that were superseded or withdrawn.

    Returns
    -------
    A ``networkx.MultiDiGraph``. Nodes are actor ids with the columns of ``actors`` as attributes. Edges run
    from the actor to the related actor, with the relation's id as key and the columns of ``actor_relations``
    (``relation``, dates, ``passage_id``, ``claim_id``, ``note``, …) as attributes.

    Raises
    ------
    MissingBackendError
        networkx is not installed; it comes with the extra ``graph``.
    DataFileError
        As `ttp_posture.load`.

    Examples
    --------
    >>> graph().is_directed()
    True
    """
    try:
        import networkx as nx
    except ImportError as error:
        raise MissingBackendError.of("graph", error) from None
    actors = load("actors", backend="arrow", retired=retired).to_pylist()
    relations = load("actor_relations", backend="arrow", retired=retired).to_pylist()
    result = nx.MultiDiGraph()
    result.add_nodes_from((actor.pop("actor_id"), actor) for actor in actors)
    result.add_edges_from(
        (
            relation.pop("actor_id"),
            relation.pop("related_actor_id"),
            relation.pop("relation_id"),
            relation,
        )
        for relation in relations
        if relation["actor_id"] in result and relation["related_actor_id"] in result
    )
    return result
