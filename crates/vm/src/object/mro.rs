//! Method resolution order: the C3 linearisation of a class and its bases (CPython's mro_implementation).

use super::type_::Ty;

/// The linearisation of a class whose bases have these MROs, without the class itself; the heads that
/// stand in each other's way if there is none.
/// `sequences` are the bases' MROs followed by the list of bases.
pub fn merge(mut sequences: Vec<Vec<Ty>>) -> Result<Vec<Ty>, Vec<Ty>> {
    let mut heads = vec![0usize; sequences.len()];
    let mut order = Vec::new();
    sequences.iter_mut().for_each(|sequence| sequence.shrink_to_fit());
    loop {
        let mut done = true;
        let mut chosen = None;
        for (sequence, head) in sequences.iter().zip(&heads) {
            let Some(candidate) = sequence.get(*head) else { continue };
            done = false;
            let in_a_tail =
                sequences.iter().zip(&heads).any(|(other, head)| other.iter().skip(head + 1).any(|ty| ty == candidate));
            if !in_a_tail {
                chosen = Some(*candidate);
                break;
            }
        }
        match chosen {
            Some(ty) => {
                order.push(ty);
                for (sequence, head) in sequences.iter().zip(&mut heads) {
                    if sequence.get(*head) == Some(&ty) {
                        *head += 1;
                    }
                }
            }
            None if done => return Ok(order),
            None => {
                let mut stuck: Vec<Ty> = Vec::new();
                for head in sequences.iter().zip(&heads).filter_map(|(sequence, head)| sequence.get(*head)) {
                    if !stuck.contains(head) {
                        stuck.push(*head);
                    }
                }
                return Err(stuck);
            }
        }
    }
}
